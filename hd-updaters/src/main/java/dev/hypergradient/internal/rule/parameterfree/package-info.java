/** Internal: the parameter-free rule. Not part of the public API. */
package dev.hypergradient.internal.rule.parameterfree;
