/** The objects that a release consists of, for reading: fields, pods, containers, quantities. */
@NullMarked
package dev.plimsoll.manifest;

import org.jspecify.annotations.NullMarked;
