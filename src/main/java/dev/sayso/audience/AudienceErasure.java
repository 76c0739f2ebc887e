package dev.sayso.audience;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.ProfileMentions;
import dev.sayso.store.TableRedaction;

/**
 * Takes the addresses of somebody who is erased out of conditions that name them, and out
 * of what those once were: such a condition then means nobody by it.
 */
@Component
class AudienceErasure {

	private static final List<String> TEXTS = List.of("name", "description", "condition");

	private final ProfileMentions mentions;

	private final TableRedaction rows;

	private final Audit audit;

	AudienceErasure(ProfileMentions mentions, TableRedaction rows, Audit audit) {
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
