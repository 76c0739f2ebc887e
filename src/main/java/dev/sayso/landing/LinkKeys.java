package dev.sayso.landing;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.sayso.shared.SecretKeys;

/**
 * Counts the personal links that each secret signed, so that a start without one of them
 * can say how many links it breaks. Written once a second: a crash loses that much of the
 * count.
 */
@Component
class LinkKeys implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(LinkKeys.class);

	private final JdbcClient jdbc;

	private final SecretKeys secrets;

	private final AtomicLong made = new AtomicLong();

	LinkKeys(JdbcClient jdbc, SecretKeys secrets) {
		this.jdbc = jdbc;
		this.secrets = secrets;
	}

	void count() {
		this.made.incrementAndGet();
	}

	@Override
	public void afterSingletonsInstantiated() {
		begin();
		broken().ifPresent((links) -> log
			.warn("Personal links were signed with a key that SAYSO_SECRET_KEY does not list any"
					+ " more, at least {} of them: whoever opens one is told that it is unknown. List that key behind"
					+ " the others.", links));
	}

	/**
	 * Of a store older than the count it is known that there are links, but not how many.
	 */
	private void begin() {
		boolean older = this.jdbc.sql("""
				select exists (select 1 from landing_page where published is not null)
				and not exists (select 1 from link_key)""").query(Boolean.class).single();
		if (older) {
			this.secrets.names().forEach((secret) -> insert(HexFormat.of().toHexDigits(secret), 0));
		}
	}

	/**
	 * How many links were signed with secrets that are not listed; empty where none was.
	 */
	OptionalLong broken() {
		record Signed(String secret, long links) {
		}
		List<Signed> signed = this.jdbc.sql("select secret, links from link_key").query(Signed.class).list();
		List<Signed> missing = signed.stream()
			.filter((key) -> !this.secrets.has(HexFormat.fromHexDigits(key.secret())))
			.toList();
		return missing.isEmpty() ? OptionalLong.empty()
				: OptionalLong.of(missing.stream().mapToLong(Signed::links).sum());
	}

	/** Also when Sayso stops, before the store is compacted. */
	@Scheduled(fixedDelay = 1000)
	@EventListener(ContextClosedEvent.class)
	synchronized void write() {
		long links = this.made.getAndSet(0);
		if (links == 0) {
			return;
		}
		String secret = HexFormat.of().toHexDigits(this.secrets.name());
		try {
			if (add(secret, links) == 0 && insert(secret, links) == 0) {
				add(secret, links);
			}
		}
		catch (DataAccessException | TransactionException ex) {
			this.made.addAndGet(links);
			log.warn("The number of links made was not written yet: {}", ex.getClass().getName());
		}
	}

	private int insert(String secret, long links) {
		return this.jdbc.sql("insert into link_key (secret, links) values (?, ?) on conflict do nothing")
			.params(secret, links)
			.update();
	}

	private int add(String secret, long links) {
		return this.jdbc.sql("update link_key set links = links + ? where secret = ?").params(links, secret).update();
	}

}
