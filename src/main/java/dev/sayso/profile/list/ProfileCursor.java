package dev.sayso.profile.list;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Ids;

/**
 * A place in the ordered list of people, opaque in its URL.
 *
 * @param key the sort's value of the person it names
 * @param back whether it asks for those before the person, not after
 */
record ProfileCursor(ProfileQuery.Sort sort, String key, UUID id, boolean back) {

	/**
	 * Reads a cursor; null where the text is none, so that a damaged link shows the first
	 * page.
	 */
	static @Nullable ProfileCursor parse(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 4);
			UUID id = Ids.parse(parts[2]).orElseThrow();
			ProfileCursor cursor = new ProfileCursor(ProfileQuery.Sort.valueOf(parts[0]), parts[3], id,
					parts[1].equals("back"));
			cursor.bound();
			return cursor;
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException
				| java.util.NoSuchElementException ex) {
			return null;
		}
	}

	ProfileCursor backwards() {
		return new ProfileCursor(this.sort, this.key, this.id, true);
	}

	Object bound() {
		return (this.sort == ProfileQuery.Sort.NAME) ? this.key : Instant.parse(this.key).atOffset(ZoneOffset.UTC);
	}

	@Override
	public String toString() {
		String plain = this.sort + "\n" + (this.back ? "back" : "on") + "\n" + this.id + "\n" + this.key;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

}
