package dev.sayso.consent.status;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileName;
import dev.sayso.person.ProfileRowMapper;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.BatchedQueries;

/**
 * Profiles read together with their say in one query, for what many ask at once.
 */
@Component
public class ProfilesWithSay {

	private static final String WITH_SAY = "select p.*, " + Says.SELECTED + "from " + Says.JOINED
			+ "join profile p on p.id = s.profile_id where ";

	private final JdbcClient jdbc;

	ProfilesWithSay(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public record WithSay(Profile profile, Say say) {
	}

	public Optional<WithSay> withSay(ProfileId id) {
		return this.jdbc.sql(WITH_SAY + "s.profile_id = ?")
			.param(id.id())
			.query((rows) -> rows.next() ? Optional.of(new WithSay(ProfileRowMapper.read(rows), Says.read(id, rows)))
					: Optional.empty());
	}

	/**
	 * Somebody by name, with the say as it is read to be heeded, not changed; to be asked
	 * in a batch with other queries. Of several who share the name the first.
	 */
	BatchedQueries.Query<Optional<WithSay>> ask(ProfileName name) {
		return new BatchedQueries.Query<>(
				"select p.*, " + Says.CONSENT + "from profile p left join consent c on c.profile_id = p.id"
						+ " left join pause u on u.profile_id = p.id where " + name.first(),
				name.values(), (rows) -> {
					if (!rows.next()) {
						return Optional.empty();
					}
					Profile profile = ProfileRowMapper.read(rows);
					return Optional.of(new WithSay(profile, Says.heeded(profile.id(), rows)));
				});
	}

	/** Those of these people who are there, in the order of their ids. */
	public List<Profile> find(Collection<ProfileId> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select p.* from profile p where p.id = any(:ids) order by p.id")
			.param("ids", ids.stream().map(ProfileId::id).toArray(UUID[]::new))
			.query((row, number) -> ProfileRowMapper.read(row))
			.list();
	}

}
