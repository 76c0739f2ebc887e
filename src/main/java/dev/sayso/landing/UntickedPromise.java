package dev.sayso.landing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.sayso.shared.TextNormalizer;

/**
 * Finds sentences that promise something of boxes left unticked. Only for whoever came by
 * a personal link does such a box act: for a visitor nobody identified it changes
 * nothing, and they would leave believing otherwise.
 */
public final class UntickedPromise {

	/** Words for a box that is left empty, in the languages a page can be in. */
	private static final Pattern UNTICKED = words(
			"""
					un-?tick, un-?check, un-?select, un-?mark, deselect, n[o']t tick, n[o']t check, n[o']t select, n[o']t mark,
					without a tick, no tick, (?:leav|left).{0,30}(?:empty|blank|clear|open), empty box, boxes? .{0,15}empty,
					decoch, (?:non|pas) coch, coch\\w* pas, (?:non|pas) selectionn, sans coche, (?:laiss|case).{0,30}(?:vide|vierge|blanc),
					uit(?:ge)?vink, vink.{0,30} uit, niet .{0,20}(?:aan)?(?:ge)?(?:vink|kruis), niet selecteer, niet (?:ge)?kies,
					(?:laat|vak).{0,30}(?:leeg|open), leeg laat, leeg vak, zonder vink""");

	/** Words for what would become of it. */
	private static final Pattern EFFECT = words(
			"""
					stop, no longer, \\bcease, never, unsubscri, \\bopt(?:s|ed)?.{0,2}out, remove, w[io](?:ll no|n')t, switch.{0,15}off, turn.{0,15}off,
					\\bout\\b, \\boff\\b, \\bno\\b, cancel, withdraw, \\bend\\b, again, resume, hear from us, contact you,
					arret, cess, \\bplus\\b, desabonn, desinscri, supprim, retir, refus, \\bfin\\b, nouveau, repren,
					niet meer, geen .{0,40}meer, beeindig, af(?:ge)?meld, uit(?:ge)?schr, verwijder, \\buit\\b, \\bweer\\b, opnieuw, \\bnee\\b""");

	/** Words by which only what is ticked would hold. */
	private static final Pattern ONLY = words("""
			\\bonly\\b.{0,60}(?:tick|check|select), (?:tick|check|select).{0,60}\\bonly\\b,
			(?:uniquement|seule?ment|\\bque\\b).{0,60}coch, coch.{0,60}(?:uniquement|seulement),
			(?:alleen|enkel).{0,60}(?:vink|kruis), (?:vink|kruis).{0,60}(?:alleen|enkel)""");

	/** Words by which a sentence says rightly what becomes of it, or for whom. */
	private static final Pattern TRUE = words(
			"""
					chang\\w+ nothing, nothing (?:chang|happens), says nothing, \\bstays?\\b, remain, as it is, unchanged, personal link,
					rien ne, \\breste, inchang, ne change, lien personnel,
					verander\\w* .{0,20}niets, niets .{0,20}verander, blijf, ongewijzigd, persoonlijke link""");

	private UntickedPromise() {
	}

	public static boolean isIn(String text) {
		return sentences(text).stream().anyMatch(UntickedPromise::isPromise);
	}

	static String without(String text) {
		return !isIn(text) ? text
				: sentences(text).stream()
					.filter((sentence) -> !isPromise(sentence))
					.collect(Collectors.joining())
					.strip();
	}

	private static boolean isPromise(String sentence) {
		String plain = TextNormalizer.text(sentence.replace('’', '\'').replaceAll("[*_`]", ""));
		boolean promises = UNTICKED.matcher(plain).find() && EFFECT.matcher(plain).find();
		return (promises || ONLY.matcher(plain).find()) && !TRUE.matcher(plain).find();
	}

	private static List<String> sentences(String text) {
		List<String> sentences = new ArrayList<>();
		BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
		breaks.setText(text);
		for (int start = breaks.first(),
				end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
			sentences.add(text.substring(start, end));
		}
		return sentences;
	}

	private static Pattern words(String list) {
		return Pattern.compile(String.join("|", list.strip().split(",\\s+")), Pattern.DOTALL);
	}

}
