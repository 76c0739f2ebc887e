package dev.sayso.store;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import dev.sayso.shared.page.PageBanner.Banner;

import static org.assertj.core.api.Assertions.assertThat;

class DiskSpaceTests {

	private static final DiskSpace.Limits LIMITS = new DiskSpace.Limits(DataSize.ofMegabytes(1000),
			DataSize.ofMegabytes(200));

	@ParameterizedTest
	@CsvSource({ "1000, false, 0", "999, false, 1", "200, false, 1", "199, true, 1", "0, true, 1" })
	void warnsBeforeItRefuses(long megabytes, boolean low, int banners) {
		DiskSpace disk = new DiskSpace(() -> DataSize.ofMegabytes(megabytes).toBytes(), LIMITS);
		assertThat(disk.isLow()).isEqualTo(low);
		assertThat(disk.banners()).hasSize(banners)
			.allSatisfy((banner) -> assertThat(banner.code()).isEqualTo(low ? "disk.low" : "disk.warn"));
	}

	@Test
	void onlyWhoCanMakeRoomIsWarnedAndWhoIsRefusedKnowsWhy() {
		DiskSpace disk = new DiskSpace(() -> DataSize.ofMegabytes(321).toBytes(), LIMITS);
		assertThat(disk.banners()).singleElement()
			.returns(Set.of("ADMIN"), Banner::roles)
			.satisfies((banner) -> assertThat(banner.args()).containsExactly(321L, 200L));
		disk.failed(true);
		assertThat(disk.isLow()).isTrue();
		assertThat(disk.banners()).singleElement().returns(Set.of(), Banner::roles);
	}

}
