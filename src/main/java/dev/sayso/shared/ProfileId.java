package dev.sayso.shared;

import java.util.Optional;
import java.util.UUID;

/**
 * Names one person in every room; the id is opaque and never changes.
 */
public record ProfileId(UUID id) {

	public static ProfileId random() {
		return new ProfileId(Ids.next());
	}

	/**
	 * The id that a URL names.
	 * @throws NotFoundException when it is none
	 */
	public static ProfileId from(String text) {
		return parse(text).orElseThrow(() -> new NotFoundException("profile " + text));
	}

	/** Reads what came in a URL, so that a text that is no id simply finds nobody. */
	public static Optional<ProfileId> parse(String text) {
		return Ids.parse(text).map(ProfileId::new);
	}

	@Override
	public String toString() {
		return this.id.toString();
	}

}
