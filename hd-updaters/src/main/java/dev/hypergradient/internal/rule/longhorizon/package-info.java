/** Internal: the rule that looks further than one step. Not part of the public API. */
package dev.hypergradient.internal.rule.longhorizon;
