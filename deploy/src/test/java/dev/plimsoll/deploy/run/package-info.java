@NullMarked
package dev.plimsoll.deploy.run;

import org.jspecify.annotations.NullMarked;
