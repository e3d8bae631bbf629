/** The examples of rules: small workspaces in one text, and whether they are as they say. */
@NullMarked
package dev.plimsoll.rules.example;

import org.jspecify.annotations.NullMarked;
