/** Rules on how pods are reached: Services, Ingresses and their ports. */
@NullMarked
package dev.plimsoll.rules.network;

import org.jspecify.annotations.NullMarked;
