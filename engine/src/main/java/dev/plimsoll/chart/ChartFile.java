package dev.plimsoll.chart;

import dev.plimsoll.source.FileContent;

/**
 * A file of a chart.
 *
 * @param name relative to the chart's root ({@code templates/deployment.yaml})
 * @param content text or binary; never missing
 */
public record ChartFile(String name, FileContent content) {}
