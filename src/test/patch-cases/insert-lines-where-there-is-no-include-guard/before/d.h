#pragma once
int d;
