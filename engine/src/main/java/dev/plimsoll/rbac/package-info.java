/**
 * Who may do what: roles, bindings, the ways up from one account to another, and what Helm needs.
 */
@NullMarked
package dev.plimsoll.rbac;

import org.jspecify.annotations.NullMarked;
