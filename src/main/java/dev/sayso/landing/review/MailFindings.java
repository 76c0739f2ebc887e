package dev.sayso.landing.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageField;

/**
 * What keeps a page from being published that promises a confirmation mail.
 */
final class MailFindings {

	private static final String EMAIL = "email";

	private MailFindings() {
	}

	/**
	 * @param canSend whether mails can be sent now
	 */
	static List<PageFinding> of(PageContent content, boolean canSend) {
		List<PageFinding> findings = new ArrayList<>();
		if (content.behaviour().mails().confirm()) {
			if (!canSend) {
				findings.add(PageFinding.inSettings(PageFinding.Weight.FIX, "mail", "confirmsByMail")
					.fixedBy("no-mail", MailFindings::withoutMail));
			}
			if (content.blocks(PageBlock.Type.FIELD)
				.stream()
				.noneMatch((field) -> field.about().equals(EMAIL) && field.required())) {
				findings.add(PageFinding.inSettings(PageFinding.Weight.FIX, "mail-address", "confirmsByMail")
					.fixedBy("address", MailFindings::withAddress));
			}
		}
		return findings;
	}

	private static PageContent withoutMail(PageContent content) {
		PageBehaviour behaviour = content.behaviour();
		return content.withBehaviour(behaviour.withMails(new PageBehaviour.Mails(false, behaviour.mails().stop())));
	}

	private static PageContent withAddress(PageContent content) {
		List<PageBlock> blocks = new ArrayList<>(content.blocks());
		PageBlock asked = blocks.stream()
			.filter((block) -> block.type() == PageBlock.Type.FIELD && block.about().equals(EMAIL))
			.findFirst()
			.orElse(null);
		PageField field = new PageField(EMAIL, true);
		if (asked == null) {
			blocks.add(0, PageBlock.field(PageBlock.newId(), field, Map.of()));
		}
		else {
			blocks.set(blocks.indexOf(asked), PageBlock.field(asked.id(), field, asked.texts()));
		}
		return content.withBlocks(blocks);
	}

}
