/** The way to a cluster, and what is read there: objects, API resources, releases, the lock. */
@NullMarked
package dev.plimsoll.deploy.cluster;

import org.jspecify.annotations.NullMarked;
