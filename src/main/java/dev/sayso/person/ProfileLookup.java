package dev.sayso.person;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.store.BatchedQueries;

/**
 * Finds the person that a caller's reference names: an id, or as {@code externalId:…},
 * {@code email:…} or {@code mobile:…}.
 */
@Component
public class ProfileLookup {

	private final AttributeValues values;

	private final JdbcClient jdbc;

	private final BatchedQueries queries;

	ProfileLookup(AttributeValues values, JdbcClient jdbc, BatchedQueries queries) {
		this.values = values;
		this.jdbc = jdbc;
		this.queries = queries;
	}

	/**
	 * The one person of this name.
	 * @throws ProblemException 409 {@code ambiguous} with the candidates when several
	 * share the address, 400 for a number that does not say its country
	 */
	public Profile find(String reference) {
		return one(reference, candidates(reference), Profile::id);
	}

	/**
	 * The id of the one person of this name, for who needs no more: an id is not looked
	 * up.
	 * @throws ProblemException 409 {@code ambiguous}
	 */
	public ProfileId findId(String reference) {
		return one(reference,
				first(reference,
						(name) -> (name.value() instanceof UUID id) ? List.of(new ProfileId(id))
								: this.jdbc.sql(name.ids())
									.params(name.values())
									.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
									.list()),
				Function.identity());
	}

	/** A person with their values by attribute name, in the order of the names. */
	public record WithValues(Profile profile, Map<String, Object> values) {

	}

	/**
	 * The one person of this name with their values, where possible in one round trip.
	 * @throws ProblemException 409 {@code ambiguous}
	 */
	public WithValues findWithValues(String reference) {
		ProfileName name = name(reference);
		if (name == null || name.shared()) {
			Profile profile = find(reference);
			return new WithValues(profile, this.values.find(profile.id()));
		}
		BatchedQueries.Query<List<Profile>> profiles = new BatchedQueries.Query<>(name.profiles(), name.values(),
				(rows) -> rows.next() ? List.of(ProfileRowMapper.read(rows)) : List.of());
		BatchedQueries.Query<AttributeValues.OfPerson> known = this.values.ask(name);
		this.queries.ask(List.of(profiles, known));
		return new WithValues(one(reference, profiles.answer(), Profile::id), new TreeMap<>(known.answer().values()));
	}

	public List<Profile> candidates(String reference) {
		return first(reference,
				(name) -> this.jdbc.sql(name.profiles())
					.params(name.values())
					.query((row, number) -> ProfileRowMapper.read(row))
					.list());
	}

	/** Those whom the first name that means anybody means. */
	private <T> List<T> first(String reference, Function<ProfileName, List<T>> find) {
		return names(reference).map(find).filter((found) -> !found.isEmpty()).findFirst().orElse(List.of());
	}

	/** How the store finds whom a reference names; null where it can name nobody. */
	@Nullable public ProfileName name(String reference) {
		return names(reference).findFirst().orElse(null);
	}

	private Stream<ProfileName> names(String reference) {
		if (reference.indexOf('\0') >= 0) {
			return Stream.empty();
		}
		int colon = reference.indexOf(':');
		String value = reference.substring(colon + 1).strip();
		return switch ((colon < 0) ? "id" : reference.substring(0, colon)) {
			case "id" -> Ids.parse(value).stream().map((id) -> new ProfileName("id", id, false));
			case "externalId" -> Stream.of(new ProfileName("external_id", DetailsDraft.tidy(value), false));
			case "email" -> Stream.of(new ProfileName("email_key", EmailAddress.normalize(value), true));
			case "mobile" -> Stream.ofNullable(PhoneNumbers.e164OfCaller(value))
				.map((number) -> new ProfileName("mobile", number, true));
			default -> Stream.empty();
		};
	}

	private <T> T one(String reference, List<T> candidates, Function<T, ProfileId> id) {
		if (candidates.isEmpty()) {
			if (reference.startsWith("mobile:") && name(reference) == null) {
				throw ProblemException.of(HttpStatus.BAD_REQUEST, "What follows mobile: is " + PhoneNumbers.UNREADABLE);
			}
			throw new NotFoundException("profile");
		}
		if (candidates.size() > 1) {
			throw ProblemException.conflict("ambiguous", "Several profiles have this address: name one by its id.",
					List.of(), Map.of("candidates",
							candidates.stream().map((candidate) -> id.apply(candidate).toString()).toList()));
		}
		return candidates.get(0);
	}

}
