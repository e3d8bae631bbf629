/** JSON as plans, journals and clusters have it. */
@NullMarked
package dev.plimsoll.deploy.json;

import org.jspecify.annotations.NullMarked;
