package dev.sayso.service.batch;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;

/**
 * Who is in a batch, and which entry of the ledger it left for them.
 */
@Component
class BatchMembers {

	private final JdbcClient jdbc;

	BatchMembers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param entry null where the batch changed nothing
	 */
	record Member(ProfileId profile, @Nullable UUID entry) {

	}

	void add(UUID batch, Collection<ProfileId> people) {
		this.jdbc.sql("""
				insert into subscription_batch_member (batch_id, profile_id)
				select cast(:batch as uuid), p.id from profile p where p.id = any(:people)
					and not exists (
						select 1 from subscription_batch_member m where m.batch_id = :batch and m.profile_id = p.id)""")
			.param("batch", batch)
			.param("people", people.stream().map(ProfileId::id).distinct().toArray(UUID[]::new))
			.update();
	}

	void clear(UUID batch) {
		this.jdbc.sql("delete from subscription_batch_member where batch_id = ?").param(batch).update();
	}

	int count(UUID batch) {
		return this.jdbc.sql("select count(*) from subscription_batch_member where batch_id = ?")
			.param(batch)
			.query(Integer.class)
			.single();
	}

	/** Some of them in the order of their ids, behind the last one. */
	List<Member> after(UUID batch, @Nullable UUID last, int limit) {
		return this.jdbc.sql("""
				select profile_id, ledger_id from subscription_batch_member
				where batch_id = :batch and profile_id > :last
				order by profile_id limit :limit""")
			.param("batch", batch)
			.param("last", (last != null) ? last : new UUID(0, 0))
			.param("limit", limit)
			.query((row, number) -> new Member(new ProfileId(row.getObject(1, UUID.class)),
					row.getObject(2, UUID.class)))
			.list();
	}

	void note(UUID batch, ProfileId profile, UUID entry) {
		this.jdbc.sql("update subscription_batch_member set ledger_id = ? where batch_id = ? and profile_id = ?")
			.params(entry, batch, profile.id())
			.update();
	}

}
