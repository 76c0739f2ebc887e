package dev.sayso.shared.page;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that what rooms bring stands where it says, and not where a build happened to put
 * it.
 */
@ProductTest
class NavigationTests {

	@Autowired
	List<NavigationItem> items;

	@Autowired
	List<SettingsSection> sections;

	@Autowired
	List<ProfileTab> tabs;

	@Test
	void noTwoEntriesStandInOnePlace() {
		assertThat(this.items).extracting(NavigationItem::order).doesNotHaveDuplicates();
		assertThat(this.sections).extracting(SettingsSection::order).doesNotHaveDuplicates();
		assertThat(this.tabs).extracting(ProfileTab::order).doesNotHaveDuplicates();
	}

}
