/**
 * The functions of templates: those of Sprig that Helm keeps, Helm's own and helmfile's, a class
 * per family. Each says which Go function it follows.
 */
@NullMarked
package dev.plimsoll.template.function;

import org.jspecify.annotations.NullMarked;
