package dev.plimsoll.schemas;

/** In which versions a field is known and required: a bit for each. */
record Presence(int known, int required) {

  Presence and(Presence other) {
    return new Presence(known | other.known, required | other.required);
  }
}
