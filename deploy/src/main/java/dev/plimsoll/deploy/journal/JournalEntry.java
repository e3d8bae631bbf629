package dev.plimsoll.deploy.journal;

import tools.jackson.databind.JsonNode;

/**
 * One line of a journal.
 *
 * @param time as the API server has it
 * @param facts what is needed to go on after this step
 */
public record JournalEntry(Step step, String time, JsonNode facts) {}
