package dev.plimsoll.template.function;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A Go {@code time.Location}.
 *
 * @param name as Go prints it: {@code UTC}, {@code Local}, {@code Europe/Berlin}
 * @param zone its rules
 * @param fixed the abbreviation of a zone that a parsed time brought along, which may be empty;
 *     null for a zone with rules
 */
record GoLocation(String name, ZoneId zone, @Nullable String fixed) {

  static final GoLocation UTC = new GoLocation("UTC", ZoneOffset.UTC, null);

  /** Zones that the zone database knows by letters; all others are numbers there. */
  private static final Set<String> LETTERS =
      Set.of(
          ("ACDT ACST ADT AEDT AEST AKDT AKST AST AWST BST CAT CDT CEST CET CST ChST EAT EDT EEST "
                  + "EET EST GMT HDT HKT HST IDT IST JST KST MDT MSK MST NDT NST NZDT NZST PDT PKT "
                  + "PST SAST SST UTC WAT WEST WET WIB WIT WITA")
              .split(" "));

  /** Zones of the zone database that are no places. */
  private static final Map<String, Integer> ABBREVIATED = Map.of("EST", -5, "HST", -10, "MST", -7);

  /** The zone of the machine, or what stands for it. */
  static GoLocation local(ZoneId zone) {
    return new GoLocation("Local", zone, null);
  }

  /** {@code time.FixedZone}. */
  static GoLocation fixed(String abbreviation, int offset) {
    // Java's offsets end at 18 hours; Go's do not, but no zone has ever gone so far.
    int seconds = Math.clamp(offset, -18 * 3_600, 18 * 3_600);
    return new GoLocation(abbreviation, ZoneOffset.ofTotalSeconds(seconds), abbreviation);
  }

  /** {@code time.LoadLocation}; null where Go gives an error. */
  static @Nullable GoLocation load(String name, ZoneId localZone) {
    return switch (name) {
      case "", "UTC" -> UTC;
      case "Local" -> local(localZone);
      default -> {
        Integer hours = ABBREVIATED.get(name);
        if (hours != null) {
          yield new GoLocation(name, ZoneOffset.ofHours(hours), name);
        }
        yield ZoneId.getAvailableZoneIds().contains(name)
            ? new GoLocation(name, ZoneId.of(name), null)
            : null;
      }
    };
  }

  /** Seconds east of UTC. */
  int offset(Instant instant) {
    return zone.getRules().getOffset(instant).getTotalSeconds();
  }

  /** The abbreviation in use at a time. */
  String abbreviation(Instant instant) {
    if (fixed != null) {
      return fixed;
    }
    String id = zone.getId();
    if (id.equals("Z") || id.equals("UTC") || id.equals("Etc/UTC")) {
      return "UTC";
    }
    List<ZoneOffsetTransition> changes = zone.getRules().getTransitions();
    if (!changes.isEmpty() && instant.isBefore(changes.getFirst().getInstant())) {
      return "LMT";
    }
    boolean isSummer = zone.getRules().isDaylightSavings(instant);
    String known = TimeZone.getTimeZone(zone).getDisplayName(isSummer, TimeZone.SHORT, Locale.US);
    return LETTERS.contains(known) ? known : number(offset(instant));
  }

  /** {@code +04}, {@code -0330}. */
  private static String number(int offset) {
    int minutes = Math.abs(offset) / 60;
    String hours = (offset < 0 ? "-" : "+") + (minutes < 600 ? "0" : "") + minutes / 60;
    int rest = minutes % 60;
    return rest == 0 ? hours : hours + (rest < 10 ? "0" : "") + rest;
  }
}
