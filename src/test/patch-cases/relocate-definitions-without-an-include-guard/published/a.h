#pragma once
struct page {
  int a;
};
