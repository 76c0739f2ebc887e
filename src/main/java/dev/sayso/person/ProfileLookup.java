package dev.sayso.person;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;
import dev.sayso.shared.api.ProblemException;

/**
 * Finds the person that a caller's reference names: an id, or as {@code externalId:…},
 * {@code email:…} or {@code mobile:…}.
 */
@Component
public class ProfileLookup {

	private final Profiles profiles;

	private final Settings settings;

	private final JdbcClient jdbc;

	ProfileLookup(Profiles profiles, Settings settings, JdbcClient jdbc) {
		this.profiles = profiles;
		this.settings = settings;
		this.jdbc = jdbc;
	}

	/**
	 * The one person of this name.
	 * @throws ProblemException 409 {@code ambiguous} with the candidates when several
	 * share the address
	 */
	public Profile find(String reference) {
		List<Profile> candidates = candidates(reference);
		if (candidates.isEmpty()) {
			throw new NotFoundException("profile");
		}
		if (candidates.size() > 1) {
			throw ambiguous(candidates.stream().map((profile) -> profile.id().id()).toList());
		}
		return candidates.get(0);
	}

	/**
	 * The id of the one person of this name, for who needs no more: by an id or an
	 * external id nothing else is read, and an id is not looked up.
	 * @throws ProblemException 409 {@code ambiguous}
	 */
	public ProfileId findId(String reference) {
		int colon = reference.indexOf(':');
		String value = reference.substring(colon + 1).strip();
		return switch ((colon < 0) ? "id" : reference.substring(0, colon)) {
			case "id" -> ProfileId.from(value);
			case "externalId" -> this.jdbc.sql("select id from profile where external_id = ?")
				.param(value)
				.query((row, index) -> new ProfileId(row.getObject(1, UUID.class)))
				.optional()
				.orElseThrow(() -> new NotFoundException("profile"));
			default -> find(reference).id();
		};
	}

	public static ProblemException ambiguous(List<UUID> candidates) {
		return ProblemException.conflict("ambiguous", "Several profiles have this address: name one by its id.",
				List.of(), Map.of("candidates", candidates.stream().map(UUID::toString).toList()));
	}

	public List<Profile> candidates(String reference) {
		int colon = reference.indexOf(':');
		String value = reference.substring(colon + 1).strip();
		return switch ((colon < 0) ? "id" : reference.substring(0, colon)) {
			case "id" -> ProfileId.parse(value).flatMap(this.profiles::findById).stream().toList();
			case "externalId" -> this.profiles.findByDetailsExternalId(value).stream().toList();
			case "email" -> this.profiles.findTop21ByKeysEmailKeyOrderByCreatedAt(EmailAddress.normalize(value));
			case "mobile" -> byMobile(value);
			default -> List.of();
		};
	}

	/** A plus sign in a URL often arrives as a blank, or not at all. */
	private List<Profile> byMobile(String value) {
		String region = this.settings.get("general.region", "BE");
		return Stream.of(value, "+" + value)
			.map((text) -> PhoneNumbers.e164(text, region))
			.filter(Objects::nonNull)
			.map(this.profiles::findTop21ByDetailsMobileOrderByCreatedAt)
			.filter((profiles) -> !profiles.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

}
