package dev.sayso.audience;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.profile.Mentions;
import dev.sayso.profile.ProfileErased;
import dev.sayso.shared.BlotRows;

/**
 * Takes the addresses of somebody who is erased out of conditions that name them, and out
 * of what those once were: such a condition then means nobody by it.
 */
@Component
class ForgetPeople {

	private static final List<String> TEXTS = List.of("name", "description", "condition");

	private final Mentions mentions;

	private final BlotRows rows;

	private final Audit audit;

	ForgetPeople(Mentions mentions, BlotRows rows, Audit audit) {
		this.mentions = mentions;
		this.rows = rows;
		this.audit = audit;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.mentions.of(erased.profile()).ifPresent((blot) -> {
			this.rows.out("audience", List.of("id"), TEXTS, blot);
			this.rows.out("audience_version", List.of("audience_id", "number"), TEXTS, blot);
			this.audit.forget("audience", blot);
		});
	}

}
