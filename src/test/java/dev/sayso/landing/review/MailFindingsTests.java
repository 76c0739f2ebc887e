package dev.sayso.landing.review;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageSamples;

import static org.assertj.core.api.Assertions.assertThat;

class MailFindingsTests {

	private final PageContent plain = PageSamples.complete();

	private final PageContent promising = this.plain
		.withBehaviour(this.plain.behaviour().withMails(new PageBehaviour.Mails(true, false)));

	@Test
	void aPageThatPromisesAMailIsPublishedOnlyWhereOneCanBeSent() {
		assertThat(MailFindings.of(this.plain, false)).isEmpty();
		assertThat(MailFindings.of(this.promising, true)).isEmpty();
		List<PageFinding> findings = MailFindings.of(this.promising, false);
		assertThat(findings).extracting(PageFinding::code).containsExactly("mail");
		assertThat(MailFindings.of(fixed(findings.get(0), this.promising), false)).isEmpty();
	}

	@Test
	void itRequiresTheAddressToWhichTheMailGoes() {
		for (PageContent lacking : List.of(this.promising.withBlocks(List.of()),
				this.promising.withBlocks(this.promising.blocks()
					.stream()
					.map((block) -> new PageBlock(block.id(), block.type(), block.about(), block.meaning(), false,
							block.readers(), block.texts()))
					.toList()))) {
			List<PageFinding> findings = MailFindings.of(lacking, true);
			assertThat(findings).extracting(PageFinding::code).containsExactly("mail-address");
			assertThat(MailFindings.of(fixed(findings.get(0), lacking), true)).isEmpty();
		}
	}

	private static PageContent fixed(PageFinding finding, PageContent content) {
		return java.util.Objects.requireNonNull(finding.fix()).change().apply(content);
	}

}
