package dev.sayso.profile.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.person.Details;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.ProfileSaved;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * The devices of people. That which registered last is the person's address for push, as
 * everything that judges and lists addresses knows it; when it is gone, the one before it
 * takes its place. A no to push is the person's, so that no device undoes it.
 */
@Component
public class PushTokens {

	/**
	 * So many devices of one person are known; of more, those that registered first go.
	 */
	static final int MOST = 50;

	private final Profiles profiles;

	private final ProfileManagement management;

	private final JdbcClient jdbc;

	private final Clock clock;

	PushTokens(Profiles profiles, ProfileManagement management, JdbcClient jdbc, Clock clock) {
		this.profiles = profiles;
		this.management = management;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those of somebody, the address for push first. A token that only stands among the
	 * details is one of them.
	 */
	List<PushToken> find(Profile profile) {
		List<PushToken> tokens = new ArrayList<>(this.jdbc.sql("""
				select token, platform, registered_at from push_token where profile_id = ?
				order by registered_at desc, token""").param(profile.id().id()).query(PushTokens::token).list());
		String address = profile.details().pushToken();
		if (address != null) {
			PushToken first = tokens.stream()
				.filter((token) -> token.token().equals(address))
				.findFirst()
				.orElseGet(() -> new PushToken(address, null, profile.updatedAt()));
			tokens.remove(first);
			tokens.add(0, first);
		}
		return tokens;
	}

	/**
	 * Registers a device, which becomes the address for push.
	 * @return whether it was not known
	 */
	@Transactional
	boolean register(ProfileId id, String token, @Nullable String platform, ProfileEditor by) {
		List<PushToken> known = find(this.profiles.get(id));
		use(id, token, by);
		this.jdbc.sql("delete from push_token where profile_id = ?").param(id.id()).update();
		insert(id, new PushToken(token, platform, this.clock.instant()));
		known.stream()
			.filter((other) -> !other.token().equals(token))
			.limit(MOST - 1)
			.forEach((other) -> insert(id, other));
		return known.stream().noneMatch((other) -> other.token().equals(token));
	}

	/**
	 * Removes a device; the one that registered before it becomes the address for push.
	 * @return whether it was known
	 */
	@Transactional
	public boolean remove(ProfileId id, String token, ProfileEditor by) {
		List<PushToken> known = find(this.profiles.get(id));
		List<PushToken> left = known.stream().filter((other) -> !other.token().equals(token)).toList();
		this.jdbc.sql("delete from push_token where profile_id = ? and token = ?").params(id.id(), token).update();
		use(id, left.isEmpty() ? null : left.get(0).token(), by);
		return left.size() < known.size();
	}

	/** The tokens of all of somebody's devices. */
	public List<String> all(Profile profile) {
		return find(profile).stream().map(PushToken::token).toList();
	}

	/** Who has a device of this token. */
	public List<ProfileId> owners(String token) {
		return this.jdbc.sql("""
				select id from profile where push_token = :token
				union select profile_id from push_token where token = :token""")
			.param("token", token)
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
	}

	/** A token that was taken from the details, by hand or by a file, is gone. */
	@EventListener
	void forget(ProfileSaved saved) {
		String lost = saved.lost().get(Channel.PUSH);
		if (lost != null) {
			this.jdbc.sql("delete from push_token where profile_id = ? and token = ?")
				.params(saved.profile().id(), lost)
				.update();
		}
	}

	private void use(ProfileId id, @Nullable String token, ProfileEditor by) {
		Details details = this.profiles.get(id).details();
		this.management.edit(id, null, details.withPushToken(token), null, by);
	}

	private void insert(ProfileId id, PushToken token) {
		this.jdbc.sql("insert into push_token (profile_id, token, platform, registered_at) values (?, ?, ?, ?)")
			.params(id.id(), token.token(), token.platform(), token.registeredAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	private static PushToken token(ResultSet row, int number) throws SQLException {
		Instant registered = row.getObject("registered_at", OffsetDateTime.class).toInstant();
		return new PushToken(row.getString("token"), row.getString("platform"), registered);
	}

}
