package dev.sayso.contact;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.store.HeldReadings;
import dev.sayso.store.Uncommitted;

/**
 * The marketing actions there are: the usual ones and the deployment's own. Read from
 * memory, at most a second behind another instance.
 */
@Component
public class MarketingActions {

	private static final Object ALL = new Object();

	private final MessageSourceAccessor messages;

	private final CustomActions actions;

	private final LoadingCache<Object, List<CustomAction>> own;

	MarketingActions(CustomActions actions, MessageSourceAccessor messages) {
		this.messages = messages;
		this.actions = actions;
		this.own = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofSeconds(1))
			.build((all) -> actions.findAllByOrderByName());
	}

	/** The action of a key, archived or not; empty where there is none of this name. */
	public Optional<MarketingAction> find(String key) {
		return Stream.concat(MarketingAction.BUILT_IN.stream(), all().stream().map(CustomAction::action))
			.filter((action) -> action.key().equals(key))
			.findFirst();
	}

	/** Those that may be chosen: the usual ones, then the deployment's own by name. */
	public List<MarketingAction> list() {
		return Stream.concat(MarketingAction.BUILT_IN.stream(), own().stream()).toList();
	}

	/** Those of them that are marketing, besides what whatever is personalized asks. */
	public List<MarketingAction> selectable() {
		return list().stream()
			.filter((action) -> !action.key().equals(Question.PERSONALIZATION)
					&& !action.key().equals(Question.TRANSACTIONAL))
			.toList();
	}

	/** The deployment's own that are not archived, by name. */
	public List<MarketingAction> own() {
		return all().stream().filter((action) -> !action.isArchived()).map(CustomAction::action).toList();
	}

	/** All there ever were, for whoever asks what a key may have meant. */
	public List<MarketingAction> known() {
		return Stream.concat(MarketingAction.BUILT_IN.stream(), all().stream().map(CustomAction::action)).toList();
	}

	/** What people call it, in the language of whoever reads. */
	public String name(String key) {
		return all().stream()
			.filter((action) -> action.slug().equals(key))
			.findFirst()
			.map(CustomAction::name)
			.orElseGet(() -> this.messages.getMessage("marketing-action." + key, key));
	}

	/** What a transaction may yet take back is kept for nobody else. */
	private List<CustomAction> all() {
		return Uncommitted.isPossible() ? HeldReadings.get(this, this.actions::findAllByOrderByName)
				: this.own.get(ALL);
	}

	void renew() {
		this.own.invalidateAll();
	}

}
