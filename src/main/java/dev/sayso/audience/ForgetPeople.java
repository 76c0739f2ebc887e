package dev.sayso.audience;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.profile.Details;
import dev.sayso.profile.Profile;
import dev.sayso.profile.ProfileErased;
import dev.sayso.profile.Profiles;
import dev.sayso.shared.Blot;

/**
 * Takes the addresses of somebody who is erased out of conditions that name them, and out
 * of what those once were: such a condition then means nobody by it.
 */
@Component
class ForgetPeople {

	private final Profiles profiles;

	private final JdbcClient jdbc;

	private final Audit audit;

	ForgetPeople(Profiles profiles, JdbcClient jdbc, Audit audit) {
		this.profiles = profiles;
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** Texts of a row. */
	private record Texts(UUID id, int number, String name, String description, @Nullable String condition) {

		boolean mentionedIn(Blot blot) {
			return blot.finds(this.name) || blot.finds(this.description)
					|| this.condition != null && blot.finds(this.condition);
		}

	}

	@EventListener
	void on(ProfileErased erased) {
		List<String> names = this.profiles.findById(erased.profile())
			.map(Profile::details)
			.map(ForgetPeople::names)
			.orElse(List.of());
		if (!names.isEmpty()) {
			Blot blot = Blot.of(names);
			forget("audience", "id", "0", blot);
			forget("audience_version", "audience_id", "number", blot);
			this.audit.forget("audience", blot);
		}
	}

	private void forget(String table, String id, String number, Blot blot) {
		this.jdbc.sql("select " + id + ", " + number + ", name, description, condition from " + table)
			.query((row, index) -> new Texts(row.getObject(1, UUID.class), row.getInt(2), row.getString(3),
					row.getString(4), row.getString(5)))
			.list()
			.stream()
			.filter((texts) -> texts.mentionedIn(blot))
			.forEach((texts) -> this.jdbc
				.sql("update " + table + " set name = :name, description = :description, condition = :condition where "
						+ id + " = :id and " + number + " = :number")
				.param("name", blot.out(texts.name()))
				.param("description", blot.out(texts.description()))
				.param("condition", (texts.condition() != null) ? blot.out(texts.condition()) : null)
				.param("id", texts.id())
				.param("number", texts.number())
				.update());
	}

	private static List<String> names(Details details) {
		return Stream.of(details.email(), details.mobile(), details.phone(), details.externalId())
			.filter(Objects::nonNull)
			.filter((name) -> name.length() > 4)
			.toList();
	}

}
