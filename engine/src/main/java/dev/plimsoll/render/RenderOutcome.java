package dev.plimsoll.render;

/** What rendering a chart gives. */
public sealed interface RenderOutcome permits RenderedChart, RenderFailure {}
