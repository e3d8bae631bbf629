@NullMarked
package dev.plimsoll.deploy.journal;

import org.jspecify.annotations.NullMarked;
