/** Charts that do not lie in the workspace: caches, repositories, registries. */
@NullMarked
package dev.plimsoll.cli.charts;

import org.jspecify.annotations.NullMarked;
