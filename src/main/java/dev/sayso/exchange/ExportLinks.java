package dev.sayso.exchange;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.CurrentUser;

/**
 * The links that exports may carry, for those who send mailings: whoever has one acts as
 * the person it was made for.
 */
@Component
class ExportLinks {

	private final ObjectProvider<LinkColumn> column;

	private final CurrentUser user;

	ExportLinks(ObjectProvider<LinkColumn> column, CurrentUser user) {
		this.column = column;
		this.user = user;
	}

	/** What links may lead to, by key; nothing for whoever may not have them. */
	Map<String, String> targets() {
		LinkColumn column = this.column.getIfAvailable();
		return (column != null && markets()) ? column.targets() : Map.of();
	}

	private boolean markets() {
		return this.user.user().filter((user) -> Set.of("MARKETER", "ADMIN").contains(user.role())).isPresent();
	}

	/**
	 * Whether whoever is signed in may have the file: it carries no links, or they still
	 * lead somewhere and are theirs to hand out.
	 */
	boolean allows(@Nullable String target) {
		return target == null || targets().containsKey(target);
	}

	/**
	 * Makes the links of one file.
	 * @param target null for a file without any
	 * @throws NotFoundException where they lead nowhere any more
	 */
	Function<ProfileId, @Nullable String> links(@Nullable String target, Actor by) {
		return (target == null) ? (person) -> null : this.column.getObject().links(target, by)::apply;
	}

}
