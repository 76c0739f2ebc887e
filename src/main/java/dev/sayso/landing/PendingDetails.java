package dev.sayso.landing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.Details;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;

/**
 * Details that somebody typed about a known person, which nobody confirmed yet.
 */
@Component
public class PendingDetails {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Profiles profiles;

	PendingDetails(JdbcClient jdbc, JsonMapper json, Profiles profiles) {
		this.profiles = profiles;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * @param fields texts by the names of details
	 */
	public record Entry(UUID submission, UUID page, Instant at, Map<String, String> fields) {
	}

	/** Notes what somebody typed that differs from what is known of a person. */
	public void propose(UUID submission, ProfileId profile, UUID page, Instant at, Details typed) {
		Map<String, Object> known = this.profiles.findById(profile)
			.map((person) -> person.details().fields())
			.orElse(Map.of());
		Map<String, String> differing = new HashMap<>();
		typed.fields().forEach((name, value) -> differing.put(name, value.toString()));
		differing.entrySet()
			.removeIf((field) -> field.getValue().equalsIgnoreCase(String.valueOf(known.get(field.getKey()))));
		if (!differing.isEmpty()) {
			this.jdbc.sql("""
					insert into pending_details (submission_id, profile_id, page_id, at, fields)
					values (?, ?, ?, ?, ?)""")
				.params(submission, profile.id(), page, at.atOffset(ZoneOffset.UTC),
						this.json.writeValueAsString(differing))
				.update();
		}
	}

	/** Oldest first. */
	public List<Entry> list(ProfileId profile) {
		return this.jdbc.sql("""
				select submission_id, page_id, at, fields from pending_details
				where profile_id = :profile order by at, submission_id""")
			.param("profile", profile.id())
			.query((row, number) -> new Entry(row.getObject("submission_id", UUID.class),
					row.getObject("page_id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
					this.json.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {
					})))
			.list();
	}

	@EventListener
	void forget(ProfileErased erased) {
		clear(erased.profile());
	}

	/** Forgets those of one form that the person has now. */
	public void taken(ProfileId profile, UUID submission, Set<String> names) {
		list(profile).stream().filter((entry) -> entry.submission().equals(submission)).forEach((entry) -> {
			Map<String, String> rest = new HashMap<>(entry.fields());
			rest.keySet().removeAll(names);
			if (rest.isEmpty()) {
				clear(profile, submission);
			}
			else {
				this.jdbc.sql("update pending_details set fields = ? where profile_id = ? and submission_id = ?")
					.params(this.json.writeValueAsString(rest), profile.id(), submission)
					.update();
			}
		});
	}

	/** Forgets what came with one form. */
	public void clear(ProfileId profile, UUID submission) {
		this.jdbc.sql("delete from pending_details where profile_id = ? and submission_id = ?")
			.params(profile.id(), submission)
			.update();
	}

	public void clear(ProfileId profile) {
		this.jdbc.sql("delete from pending_details where profile_id = ?").params(profile.id()).update();
	}

}
