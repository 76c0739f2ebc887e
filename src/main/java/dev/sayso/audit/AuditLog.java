package dev.sayso.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.CurrentUser;
import dev.sayso.shared.page.PageFrame;

/**
 * The audit entries that the visitor may read: nobody learns of settings here that they
 * may not open there.
 */
@Component
class AuditLog {

	static final int PAGE = 50;

	/** How many are read at once where not all of them are shown. */
	private static final int CHUNK = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Audit audit;

	private final CurrentUser visitor;

	private final Map<String, AuditSubjectPage> pages;

	AuditLog(Audit audit, CurrentUser visitor, List<AuditSubjectPage> pages) {
		this.audit = audit;
		this.visitor = visitor;
		this.pages = pages.stream().collect(Collectors.toMap(AuditSubjectPage::type, (page) -> page));
	}

	Set<String> types() {
		String role = this.visitor.user().map(PageFrame.User::role).orElse("");
		return this.pages.values()
			.stream()
			.filter((page) -> page.shownTo(role))
			.map(AuditSubjectPage::type)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Some entries, the newest first.
	 *
	 * @param next before which the following ones are; null where there are none
	 * @param reached when the last was made that was looked at, where no more were in
	 * time; null otherwise
	 */
	record Page(List<AuditEntry> entries, @Nullable Long next, @Nullable Instant reached) {

	}

	/**
	 * @param wanted which of those that the store finds are shown
	 */
	Page page(AuditQuery query, @Nullable Long before, Predicate<AuditEntry> wanted) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		List<AuditEntry> shown = new ArrayList<>();
		List<AuditEntry> some = find(query, before);
		while (!some.isEmpty()) {
			for (AuditEntry entry : some) {
				if (wanted.test(entry)) {
					if (shown.size() == PAGE) {
						return new Page(shown, shown.get(PAGE - 1).seq(), null);
					}
					shown.add(entry);
				}
			}
			AuditEntry last = some.get(some.size() - 1);
			if (System.nanoTime() > end) {
				return new Page(shown, last.seq(), last.at());
			}
			some = next(query, some);
		}
		return new Page(shown, null, null);
	}

	/** Hands over all entries that a query lets through, the newest first. */
	void each(AuditQuery query, Consumer<AuditEntry> consumer) {
		for (List<AuditEntry> some = find(query, null); !some.isEmpty(); some = next(query, some)) {
			some.forEach(consumer);
		}
	}

	private List<AuditEntry> next(AuditQuery query, List<AuditEntry> some) {
		return (some.size() < CHUNK) ? List.of() : find(query, some.get(some.size() - 1).seq());
	}

	private List<AuditEntry> find(AuditQuery query, @Nullable Long before) {
		Set<String> types = types();
		if (!query.type().isEmpty()) {
			types.retainAll(Set.of(query.type()));
		}
		return types.isEmpty() ? List.of() : this.audit.find(query, types, before, CHUNK);
	}

	/**
	 * The entry that a URL names.
	 * @throws NotFoundException when there is none that the visitor may read
	 */
	AuditEntry get(long seq) {
		return this.audit.find(seq)
			.filter((entry) -> types().contains(entry.subject().type()))
			.orElseThrow(() -> new NotFoundException("the entry " + seq));
	}

	List<String> actors() {
		return this.audit.actors();
	}

	Optional<String> href(AuditSubject subject) {
		return Optional.ofNullable(this.pages.get(subject.type()))
			.map((page) -> page.href(subject))
			.filter((href) -> !href.isEmpty());
	}

}
