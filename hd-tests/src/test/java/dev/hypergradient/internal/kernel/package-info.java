/** The kernels against each other and against sums in double precision. */
package dev.hypergradient.internal.kernel;
