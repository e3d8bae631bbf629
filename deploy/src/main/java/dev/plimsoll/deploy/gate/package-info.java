/** What must hold before anything is changed. */
@NullMarked
package dev.plimsoll.deploy.gate;

import org.jspecify.annotations.NullMarked;
