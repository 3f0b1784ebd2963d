/**
 * Training runs on MNIST, compared with what others have published.
 *
 * <p>They need files that are not part of the build. The system properties {@code hd.data} and
 * {@code hd.published} tell where these are; tests whose files are not given are skipped.
 */
package dev.hypergradient.published;
