/** What every updater must do, in any network. */
package dev.hypergradient.contract;
