@NullMarked
package dev.plimsoll.deploy.cluster;

import org.jspecify.annotations.NullMarked;
