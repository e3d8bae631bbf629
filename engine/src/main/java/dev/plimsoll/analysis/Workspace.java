package dev.plimsoll.analysis;

import dev.plimsoll.source.FileTree;
import java.time.LocalDate;

/**
 * One state of everything that an analysis may look at.
 *
 * @param files the workspace; its root is where {@code plimsoll.yaml} would be
 * @param options what the person asked for
 * @param today decides which suppressions have expired
 */
public record Workspace(FileTree files, AnalysisOptions options, LocalDate today) {}
