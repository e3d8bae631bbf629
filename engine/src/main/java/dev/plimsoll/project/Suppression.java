package dev.plimsoll.project;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A diagnostic that the project accepts. It matches where every scope that it names matches.
 *
 * @param reason never blank: a suppression without one is no suppression but a diagnostic
 * @param path a glob over files
 * @param expires the last day on which it holds
 * @param location the whole entry
 */
public record Suppression(
    Located<String> rule,
    Optional<Located<String>> release,
    Optional<Located<String>> environment,
    Optional<Located<String>> cluster,
    Optional<Located<String>> path,
    Located<String> reason,
    Optional<Located<String>> owner,
    Optional<Located<LocalDate>> expires,
    Location location) {}
