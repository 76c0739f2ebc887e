package dev.sayso.landing;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;

/**
 * Numbers who makes personal links, so that a link can carry them in four bytes. A number
 * never changes its meaning.
 */
@Component
public class LinkMakers {

	private final JdbcClient jdbc;

	private final Cache<Integer, String> names = Caffeine.newBuilder().maximumSize(1000).build();

	LinkMakers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	int number(Actor maker) {
		return find(maker).orElseGet(() -> {
			with(maker, "insert into link_maker (actor_kind, actor_id, actor_name) values (:kind, :id, :name)"
					+ " on conflict do nothing")
				.update();
			return find(maker).orElseThrow();
		});
	}

	/** How the maker of a link was called; empty where the number was never given. */
	public String name(int number) {
		return this.names.get(number,
				(key) -> this.jdbc.sql("select actor_name from link_maker where number = :number")
					.param("number", key)
					.query(String.class)
					.optional()
					.orElse(""));
	}

	private Optional<Integer> find(Actor maker) {
		return with(maker,
				"select number from link_maker where actor_kind = :kind and actor_id = :id and actor_name = :name")
			.query(Integer.class)
			.optional();
	}

	private JdbcClient.StatementSpec with(Actor maker, String sql) {
		return this.jdbc.sql(sql)
			.param("kind", maker.kind().name())
			.param("id", (maker.id() != null) ? maker.id() : "")
			.param("name", maker.name());
	}

}
