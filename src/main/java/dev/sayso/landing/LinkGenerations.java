package dev.sayso.landing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.person.ProfileErased;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * Renews personal links: those made before then only stop contact. A link carries how
 * often its page's and its person's links had been renewed, added up: both numbers only
 * grow, so that the sum stays the same while neither is renewed.
 */
@Component
public class LinkGenerations {

	private static final String OF_PAGE = "page_link_renewal where page_id = ?";

	private static final String OF_PROFILE = "link_renewal where profile_id = ?";

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	LinkGenerations(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** When links were renewed last, and by whom. */
	public record Renewal(Instant at, String by) {
	}

	/** The generation of a link to a page that is made now. */
	int find(UUID page, ProfileId profile) {
		return this.jdbc
			.sql("select coalesce((select renewals from " + OF_PAGE + "), 0) + coalesce((select renewals from "
					+ OF_PROFILE + "), 0)")
			.params(page, profile.id())
			.query(Integer.class)
			.single();
	}

	/** The generation of a link to no page. */
	int find(ProfileId profile) {
		return this.jdbc.sql("select renewals from " + OF_PROFILE)
			.param(profile.id())
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	/** The same of everybody, for links to one page that are made one after the other. */
	ToIntFunction<ProfileId> ofEach(UUID page) {
		int renewals = this.jdbc.sql("select renewals from " + OF_PAGE)
			.param(page)
			.query(Integer.class)
			.optional()
			.orElse(0);
		Map<UUID, Integer> people = new HashMap<>();
		this.jdbc.sql("select profile_id, renewals from link_renewal").query((row) -> {
			people.put(row.getObject(1, UUID.class), row.getInt(2));
		});
		return (profile) -> renewals + people.getOrDefault(profile.id(), 0);
	}

	/** Whether a link was made before links to its page or of its person were renewed. */
	public boolean isOutdated(PublishedPage page, LinkToken.Link link) {
		return link.generation() != find(page.id(), link.profile());
	}

	public boolean isOutdated(LinkToken.Unsubscribe link) {
		return link.generation() != find(link.profile());
	}

	/** Whether links to a page were ever renewed. */
	public boolean isRenewed(PublishedPage page) {
		return last(OF_PAGE, page.id()).isPresent();
	}

	public Optional<Renewal> last(LandingPage page) {
		return last(OF_PAGE, page.id());
	}

	public Optional<Renewal> last(ProfileId profile) {
		return last(OF_PROFILE, profile.id());
	}

	private Optional<Renewal> last(String of, UUID id) {
		return this.jdbc.sql("select renewed_at, renewed_by from " + of)
			.param(id)
			.query((row, number) -> new Renewal(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)))
			.optional();
	}

	/** Renews everybody's links to a page. */
	@Transactional
	public void renew(LandingPage page, Actor by) {
		renew("page_link_renewal", "page_id", page.id(), by);
		this.audit.write(by, "links-renewed", page.subject(), List.of());
	}

	/** Renews somebody's links to all pages; the audit keeps nothing of who it is. */
	@Transactional
	public void renew(ProfileId profile, Actor by) {
		renew("link_renewal", "profile_id", profile.id(), by);
		this.audit.write(by, "links-renewed", new AuditSubject("profile", "", ""), List.of());
	}

	private void renew(String table, String key, UUID id, Actor by) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("insert into %1$s (%2$s, renewals, renewed_at, renewed_by) values (?, 0, ?, '') on conflict do nothing"
				.formatted(table, key))
			.params(id, now)
			.update();
		this.jdbc
			.sql("update %1$s set renewals = renewals + 1, renewed_at = ?, renewed_by = ? where %2$s = ?"
				.formatted(table, key))
			.params(now, by.name(), id)
			.update();
	}

	@EventListener
	void forget(ProfileErased erased) {
		this.jdbc.sql("delete from " + OF_PROFILE).param(erased.profile().id()).update();
	}

}
