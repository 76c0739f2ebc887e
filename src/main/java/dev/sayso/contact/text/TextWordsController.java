package dev.sayso.contact.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.contact.text.TextWords.Kind;
import dev.sayso.shared.Actor;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The words by which texts are understood: those that hold everywhere, and those that are
 * added here. A text can be tried, which writes nothing.
 */
@ConsolePage
@RequestMapping("/settings/text-words")
class TextWordsController {

	private static final int LONGEST_TRY = 2000;

	private final TextUnderstanding understanding;

	private final TextReplies replies;

	private final AddedWords added;

	TextWordsController(TextUnderstanding understanding, TextReplies replies, AddedWords added) {
		this.understanding = understanding;
		this.replies = replies;
		this.added = added;
	}

	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "") String text) {
		String shown = TextWordsForm.language(language);
		ModelAndView page = page(TextWordsForm.of(shown, this.added.all().get(shown)), shown, HttpStatus.OK);
		if (!text.isBlank()) {
			String tried = TextNormalizer.shorten(text.strip(), LONGEST_TRY);
			TextReading reading = this.understanding.understand(tried);
			page.addObject("tried", tried)
				.addObject("reading", reading)
				.addObject("reply", this.replies.reply(reading, List.of()));
		}
		return page;
	}

	@PutMapping
	ModelAndView save(@ModelAttribute("form") @Valid TextWordsForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		String language = form.language();
		if (errors.hasErrors()) {
			return page(form, language, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Flash.done(redirect, this.added.change(form.values(), actor) ? "words.saved" : "words.same");
		return new ModelAndView("redirect:/settings/text-words?language=" + language);
	}

	private ModelAndView page(TextWordsForm form, String language, HttpStatus status) {
		Map<String, String> floor = Arrays.stream(Kind.values())
			.collect(Collectors.toMap((kind) -> kind.name().toLowerCase(Locale.ROOT),
					(kind) -> String.join(", ", this.understanding.floor(language, kind))));
		return new ModelAndView("contact/text/words", status).addObject("form", form)
			.addObject("language", language)
			.addObject("languages", TextUnderstanding.LANGUAGES)
			.addObject("kinds",
					Arrays.stream(Kind.values()).map((kind) -> kind.name().toLowerCase(Locale.ROOT)).toList())
			.addObject("floor", floor)
			.addObject("patterns", this.understanding.patterns(language).stream().map(WordPatterns::told).toList())
			.addObject("hints", String.join(", ", this.understanding.hints(language)));
	}

}
