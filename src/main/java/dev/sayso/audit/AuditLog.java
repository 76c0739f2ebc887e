package dev.sayso.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.shared.page.CurrentUser;
import dev.sayso.shared.page.PageFrame;

/**
 * The audit entries that the visitor may read: nobody learns of settings here that they
 * may not open there.
 */
@Component
class AuditLog {

	static final int PAGE = 50;

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

	List<AuditEntry> find(AuditQuery query, @Nullable Long before) {
		Set<String> types = types();
		if (!query.type().isEmpty()) {
			types.retainAll(Set.of(query.type()));
		}
		return types.isEmpty() ? List.of() : this.audit.find(query, types, before, PAGE + 1);
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
