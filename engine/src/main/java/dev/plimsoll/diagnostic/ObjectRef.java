package dev.plimsoll.diagnostic;

/**
 * A field of a rendered object.
 *
 * @param apiVersion as in the manifest ({@code apps/v1})
 * @param namespace empty for an object that has none
 * @param path the field ({@code spec.template.spec.containers[0].image}); empty for the object
 */
public record ObjectRef(
    String apiVersion, String kind, String namespace, String name, String path) {}
