/**
 * {@code values.schema.json}: what a chart accepts, and which line of which layer breaks it.
 *
 * <p>The outcome is Helm's (santhosh-tekuri/jsonschema v6, Helm 3.18 and newer): a schema that Helm
 * cannot compile is a diagnostic in the schema file, and values are reported exactly when Helm
 * refuses them. Schemas of every draft are brought into one canonical form, which networknt's
 * validator evaluates; only {@link dev.plimsoll.schema.CanonicalEvaluator} and its neighbours know
 * that library. Nothing is ever fetched.
 */
@NullMarked
package dev.plimsoll.schema;

import org.jspecify.annotations.NullMarked;
