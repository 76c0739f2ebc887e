package dev.sayso.landing.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.audit.FieldChange;
import dev.sayso.audit.FieldMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageParts;
import dev.sayso.landing.review.PageFinding;
import dev.sayso.landing.review.PageTitle;

/**
 * Says a page's parts, their values and what is to be found in them, in the reader's
 * language.
 */
@Component
public class PageMessages implements FieldMessages {

	private final MessageSource messages;

	private final ConditionSentences sentences;

	PageMessages(MessageSource messages, ConditionSentences sentences) {
		this.sentences = sentences;
		this.messages = messages;
	}

	/**
	 * A finding in words, and where to fix it.
	 *
	 * @param key names it among those of its page
	 * @param block the block it is about; null for none
	 * @param fix what the button does that fixes it; null where none does
	 */
	public record Found(String key, String weight, @Nullable String block, String text, String href,
			@Nullable String fix) {

	}

	/** What differs between two versions, in words. */
	List<FieldChange> differences(Map<String, String> before, Map<String, String> after) {
		return FieldChange.between(before, after)
			.stream()
			.map((change) -> new FieldChange(name(change.field()), said(change.field(), change.before()),
					said(change.field(), change.after())))
			.toList();
	}

	public Found say(PageFinding finding, LandingPage page) {
		String place = (finding.block() == null) ? ""
				: PageTitle.find(page.draft(), finding.block())
					.map((block) -> block.id().equals(PageTitle.ID) ? word("landing.part.title")
							: block(block.type().key(), block.about()))
					.orElse("");
		PageFinding.Fix fix = finding.fix();
		return new Found(finding.key(), finding.weight().key(), finding.block(),
				word("landing.finding." + finding.code(), language(finding.language()), place, finding.about()),
				finding.href(page.id()), (fix != null) ? word("landing.fix." + fix.label()) : null);
	}

	@Override
	public Set<String> types() {
		return Set.of("landing-page");
	}

	/** A part as people call it, such as <em>Title (French)</em>. */
	@Override
	public String name(String part) {
		if (part.startsWith(PageParts.BLOCK)) {
			return blockPart(part.split("/", -1));
		}
		if (part.startsWith(PageParts.RULE)) {
			return word("landing.part.rule", part.substring(PageParts.RULE.length()));
		}
		if (part.startsWith("constant.")) {
			return word("landing.part.of", word("landing.part.constant"), part.substring("constant.".length()));
		}
		List<String> segments = new ArrayList<>(List.of(part.split("\\.")));
		String first = segments.remove(0);
		if (first.equals("in")) {
			return word("language." + segments.get(0));
		}
		String name = word("landing.part." + first);
		if (first.equals("field")) {
			return word("landing.part.of", name, word("public.field." + segments.get(0)));
		}
		int last = segments.size() - 1;
		String tag = (last >= 0 && PageContent.LANGUAGES.contains(segments.get(last))) ? segments.remove(last) : null;
		if (!segments.isEmpty()) {
			name = word("landing.part.of", about(String.join(".", segments)), name);
		}
		return (tag != null) ? name + " (" + language(tag) + ")" : name;
	}

	/** A block's part, such as <em>E-mail: What a tick means</em>. */
	private String blockPart(String[] path) {
		String name = word("landing.part.of", block(path[1], path[2]), word("landing.part." + path[4]));
		return (path.length > 5) ? name + " (" + language(path[5]) + ")" : name;
	}

	/** A block as people call it: by what it is about, else by its type. */
	private String block(String type, String about) {
		if (type.equals(PageBlock.Type.FIELD.key()) && PageField.NAMES.contains(about)) {
			return word("public.field." + about);
		}
		if (type.equals(PageBlock.Type.CHANNEL.key()) || type.equals(PageBlock.Type.PURPOSE.key())) {
			return about(about);
		}
		return word("landing.block." + type) + (about.isEmpty() ? "" : " " + about);
	}

	@Override
	public String value(String part, String value) {
		if (part.startsWith(PageParts.BLOCK)) {
			String[] path = part.split("/", -1);
			return switch (path[4]) {
				case "meaning" -> word(PageBox.of(path[2]).saying() + value);
				case "readers" -> word("landing.readers." + value);
				default -> value.equals(PageParts.ON) ? word("yes") : value;
			};
		}
		if (part.startsWith(PageParts.RULE)) {
			String[] rule = value.split(" ", 2);
			return this.sentences.plain(rule[1], word("landing.rule.broken")) + " → "
					+ (rule[0].isEmpty() ? word("landing.way.words") : rule[0]);
		}
		if (part.startsWith("meaning.")) {
			return word(PageBox.of(part.substring("meaning.".length())).saying() + value);
		}
		if (part.startsWith("field.")) {
			return word("landing.field." + value);
		}
		return switch (part) {
			case "boxes" -> String.join(", ", List.of(value.split(",")).stream().map(this::about).toList());
			case "blocks" -> String.join(", ", List.of(value.split(",")).stream().map((path) -> {
				String[] block = path.split("/", -1);
				return (block.length < 3) ? path : block(block[0], block[1]);
			}).toList());
			case "language" -> language(value);
			default -> value.equals(PageParts.ON) ? word("yes") : value;
		};
	}

	private @Nullable String said(String part, @Nullable String value) {
		return (value != null) ? value(part, value) : null;
	}

	private String about(@Nullable String key) {
		return (key != null) ? word(PageBox.of(key).messageKey()) : "";
	}

	/** A language within a sentence, which French writes small. */
	private String language(@Nullable String tag) {
		String name = (tag != null) ? word("language." + tag) : "";
		return LocaleContextHolder.getLocale().getLanguage().equals("fr") ? name.toLowerCase(Locale.FRENCH) : name;
	}

	String word(String key, Object... args) {
		Locale locale = LocaleContextHolder.getLocale();
		return this.messages.getMessage(key, args, locale);
	}

}
