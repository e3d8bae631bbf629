@NullMarked
package dev.plimsoll.deploy.gate;

import org.jspecify.annotations.NullMarked;
